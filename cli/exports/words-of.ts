/** Words of a code by an enum's own labels; a code that it lacks stands for itself. */
export function wordsOf(terms: Readonly<Record<string, { readonly zh: string }>>, code: string): string {
  return terms[code]?.zh ?? code;
}
