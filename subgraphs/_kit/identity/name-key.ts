/** Every dot that a system has been seen to write between the parts of a name, and spaces. */
const SEPARATORS = /[\s\u00B7\u2022\u2027\u30FB\uFF65\uFF0E\u002E\u3002\u25CF\u0387\u2219\u22C5]/gu;

/**
 * Key under which two spellings of one name meet: full-width forms folded, separator dots and spaces removed.
 * Variant characters stay different: only a person may decide that 䶮 stands for 龑.
 */
export function nameKeyOf(name: string): string {
  return name.normalize('NFKC').replace(SEPARATORS, '').toLocaleUpperCase('en');
}

/** The parts between the separator dots, each as a key; a name without one is a single part. */
export function namePartsOf(name: string): string[] {
  return name
    .normalize('NFKC')
    .split(SEPARATORS)
    .filter((part) => part !== '')
    .map((part) => part.toLocaleUpperCase('en'));
}
