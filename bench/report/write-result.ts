import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../settings/project-root.js';
import { describeMachine } from './machine.js';

export interface Result {
  readonly name: string;
  readonly title: string;
  /** Load average before the measurement began; above 1.5 the figures are not to be trusted. */
  readonly loadBefore: number;
  readonly figures: unknown;
}

/** Writes `bench/results/<name>.json`, replacing the last one. */
export function writeResult({ name, title, loadBefore, figures }: Result): void {
  const folder = join(projectRoot, 'bench/results');
  mkdirSync(folder, { recursive: true });
  const result = {
    name,
    title,
    date: new Date().toISOString(),
    machine: describeMachine(),
    loadBefore,
    figures,
  };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
}
