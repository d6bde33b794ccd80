const MOST = 50;

/** Whether a text can stand for a person's name: 1 to 50 characters without digits, so that no number is written there. */
export function isPersonName(name: string, least = 1): boolean {
  const { length } = [...name.trim()];
  return length >= least && length <= MOST && !/\d/.test(name);
}
