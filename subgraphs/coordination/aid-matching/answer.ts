/** What is known of a condition; UNKNOWN is not NO. */
export type Answer = 'YES' | 'NO' | 'UNKNOWN';

/** Whether all conditions are met: one that is not met decides, whatever else is unknown. */
export function allOf(answers: readonly Answer[]): Answer {
  if (answers.includes('NO')) return 'NO';
  return answers.includes('UNKNOWN') ? 'UNKNOWN' : 'YES';
}

/** Whether one of them is met: one that is met decides, whatever else is unknown. */
export function anyOf(answers: readonly Answer[]): Answer {
  if (answers.includes('YES')) return 'YES';
  return answers.includes('UNKNOWN') ? 'UNKNOWN' : 'NO';
}

export function not(answer: Answer): Answer {
  if (answer === 'UNKNOWN') return answer;
  return answer === 'YES' ? 'NO' : 'YES';
}
