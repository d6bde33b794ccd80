/** Names of the jobs of a run, in this order. */
export const TASKS = {
  pin: 'comparison.pin',
  screen: 'comparison.screen',
  compare: 'comparison.compare',
  match: 'comparison.match',
  publish: 'comparison.publish',
  scopes: 'comparison.scopes',
  close: 'comparison.close',
} as const;
