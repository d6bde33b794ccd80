import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../settings/project-root.js';
import { sampleId } from './sample-id.js';

const DISTINCT_IDS = 10_000;
export const PAGE_SIZE = 50;

/** What is asked: one text, and bodies that differ by one value. */
export interface MeasuredOperation {
  readonly name: string;
  readonly text: string;
  readonly bodyStart: string;
  readonly values: readonly string[];
  readonly bodyEnd: string;
}

/** The saved operations, as portals send them. */
export function readOperations(): readonly [MeasuredOperation, MeasuredOperation] {
  const picture = read('SupportPicture');
  const page = read('SupportPicturePage');
  const ids = Array.from({ length: DISTINCT_IDS }, (_, index) => sampleId(index + 1));
  return [
    { ...picture, bodyStart: `${startOf(picture)}{"id":"`, values: ids, bodyEnd: '"}}' },
    { ...page, bodyStart: `${startOf(page)}{"first":${PAGE_SIZE}}}`, values: [''], bodyEnd: '' },
  ];
}

/** Any saved operation with the same variables each time. @param variables JSON */
export function readOperation(name: string, variables: string): MeasuredOperation {
  const operation = read(name);
  return { ...operation, bodyStart: `${startOf(operation)}${variables}}`, values: [''], bodyEnd: '' };
}

function read(name: string) {
  return { name, text: readFileSync(join(projectRoot, 'schema/operations', `${name}.graphql`), 'utf8') };
}

function startOf({ text, name }: { text: string; name: string }): string {
  return `{"query":${JSON.stringify(text)},"operationName":${JSON.stringify(name)},"variables":`;
}
