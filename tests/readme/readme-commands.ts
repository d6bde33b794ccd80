import { readFileSync } from 'node:fs';

export const english = readFileSync('README.md', 'utf8');
export const chinese = readFileSync('README.zh-CN.md', 'utf8');

/** Every block of commands that a README shows, in order. */
export const commandsOf = (text: string): string[] =>
  [...text.matchAll(/```bash\n([\s\S]*?)```/g)].map(([, block]) => block ?? '');

/**
 * The one command line that ends so, as a newcomer would copy it.
 * @throws when the README shows none, or several.
 */
export function commandLine(ending: string): string {
  const lines = commandsOf(english)
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.endsWith(ending));
  const [line] = lines;
  if (line === undefined || lines.length > 1)
    throw new Error(`README.md shows ${lines.length} lines that end with "${ending}".`);
  return line;
}
