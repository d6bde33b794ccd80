/** What a person writes beside a decision: 4 to 500 characters, and no number of a person among them. */
export function isReason(text: string): boolean {
  const length = [...text.trim()].length;
  return length >= 4 && length <= 500 && !/\d{7,}/.test(text.replaceAll(/[\s-]/g, ''));
}
