/** Names of the jobs of a run, in this order. */
export const TASKS = {
  /** Asks for a run, after the one that may be under way. */
  request: 'comparison:request',
  pin: 'comparison:pin',
  screen: 'comparison:screen',
  compare: 'comparison:compare',
  match: 'comparison:match',
  publish: 'comparison:publish',
  scopes: 'comparison:scopes',
  /** Keeps what is published of the indicators as the figures of the month. */
  month: 'comparison:month',
  close: 'comparison:close',
} as const;
