import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { projectRoot } from '../settings/project-root.js';

export interface ReadYaml {
  readonly value?: unknown;
  /** In words, without the place in the file where the parser draws it. */
  readonly errors: readonly string[];
}

/**
 * What a text in YAML says. Parsing the policies takes longer than all else that is done with them at start, so the
 * build leaves what the project's own files say in dist/, named by the SHA-256 of their text; any other text is parsed.
 */
export function readYaml(text: string): ReadYaml {
  const built = join(projectRoot, 'dist/yaml', `${createHash('sha256').update(text).digest('hex')}.json`);
  if (existsSync(built)) return { value: JSON.parse(readFileSync(built, 'utf8')) as unknown, errors: [] };
  const yaml = parseDocument(text, { prettyErrors: true });
  const errors = yaml.errors.map(({ message }) => {
    const [firstLine = 'cannot be read'] = message.split('\n');
    return firstLine.replace(/:$/, '');
  });
  return errors.length > 0 ? { errors } : { value: yaml.toJS() as unknown, errors };
}
