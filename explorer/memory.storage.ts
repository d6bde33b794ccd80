/** The part of the browser's storage that the editor uses. */
export type EditorStorage = {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  clear(): void;
  readonly length: number;
};

/**
 * Stands in for localStorage: queries and variables name children, so they must not outlive the page
 * nor be seen by the next persona.
 */
export function createMemoryStorage(): EditorStorage {
  const items = new Map<string, string>();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
    get length() {
      return items.size;
    },
  };
}
