import { join } from 'node:path';
import { projectRoot } from '../../settings/project-root.js';
import { readFileSync } from 'node:fs';
import type { DivisionLevel, DivisionRow } from '../views.js';

/** Digits of a division code that count at each level. Codes are cut by level, never by trailing zeros (640381100000 is a town). */
export const DIGITS_AT_LEVEL: Readonly<Record<DivisionLevel, number>> = {
  PROVINCE: 2,
  PREFECTURE: 4,
  COUNTY: 6,
  TOWNSHIP: 9,
  VILLAGE: 12,
};

export interface Divisions {
  /** All rows, ancestors first. */
  readonly rows: readonly DivisionRow[];
  /** Throws a RangeError for an unknown code. */
  readonly get: (code: string) => DivisionRow;
  readonly childrenOf: (code: string) => readonly DivisionRow[];
  /** From the province down, without the division itself. */
  readonly ancestorsOf: (code: string) => readonly DivisionRow[];
  /** The 12-digit code of the ancestor (or itself) at a level: cut, then filled with zeros. */
  readonly atLevel: (code: string, level: DivisionLevel) => string;
}

const LEVELS: ReadonlySet<string> = new Set(Object.keys(DIGITS_AT_LEVEL));

function parseRow(line: string, number: number): DivisionRow {
  const [code, name, level, parent] = line.split(',');
  if (!code || !/^\d{12}$/.test(code) || !name || !level || !LEVELS.has(level)) {
    throw new Error(`divisions.csv, line ${number}: expected code,name,level,parent.`);
  }
  return { code, name, level: level as DivisionLevel, parent: parent || null };
}

export function divisionsOf(rows: readonly DivisionRow[]): Divisions {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const children = new Map<string, DivisionRow[]>();
  for (const row of rows) {
    if (row.parent === null) continue;
    const siblings = children.get(row.parent);
    if (siblings) siblings.push(row);
    else children.set(row.parent, [row]);
  }
  const get = (code: string): DivisionRow => {
    const row = byCode.get(code);
    if (!row) throw new RangeError(`Unknown division ${code}.`);
    return row;
  };
  const ancestorsOf = (code: string): readonly DivisionRow[] => {
    const { parent } = get(code);
    return parent === null ? [] : [...ancestorsOf(parent), get(parent)];
  };
  return {
    rows,
    get,
    ancestorsOf,
    childrenOf: (code) => children.get(code) ?? [],
    atLevel: (code, level) => code.slice(0, DIGITS_AT_LEVEL[level]).padEnd(12, '0'),
  };
}

/** All divisions of the four counties, with their ancestors (statistical codes, 2023 edition). */
export function loadDivisions(): Divisions {
  const text = readFileSync(join(projectRoot, 'county/divisions.csv'), 'utf8');
  const [, ...lines] = text.split('\n');
  return divisionsOf(lines.filter((line) => line !== '').map((line, index) => parseRow(line, index + 2)));
}

/** One county with everything below it and its ancestors. */
export function divisionsOfCounty(all: Divisions, countyCode: string): readonly DivisionRow[] {
  const county = countyCode.padEnd(12, '0');
  return [...all.ancestorsOf(county), ...all.rows.filter((row) => row.code.startsWith(countyCode))];
}
