import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { addDays, parseIsoDate } from '../../policies/iso-date.js';
import { residentIdCheckCharacter } from '../../subgraphs/_kit/identity/resident-id-number.js';

const HEADINGS = '人员编号,公民身份号码,姓名,性别,出生日期,民族,户籍地区划代码,户号,与户主关系,户口登记日期';
const FIRST_BIRTHDAY = parseIsoDate('2009-09-01');
const NUMBERS_OF_DAY = 400;
const ROWS_AT_ONCE = 1000;

/** The number of an invented boy; prefix 99, as no number of a real person has. */
export function inventedNumber(serial: number): { readonly number: string; readonly birthDate: string } {
  const birthDate = addDays(FIRST_BIRTHDAY, Math.floor(serial / NUMBERS_OF_DAY));
  const sequence = String((serial % NUMBERS_OF_DAY) * 2 + 1).padStart(3, '0');
  const first17 = `990625${birthDate.replaceAll('-', '')}${sequence}`;
  return { number: first17 + residentIdCheckCharacter(first17), birthDate };
}

/** Writes the population list of a county that never was. */
export async function writeResidentsFile(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${HEADINGS}\r\n`);
  for (let at = 0; at < rows; at += ROWS_AT_ONCE) {
    const lines = Array.from({ length: Math.min(ROWS_AT_ONCE, rows - at) }, (_, index) => lineOf(at + index));
    if (!file.write(lines.join(''))) await once(file, 'drain');
  }
  file.end();
  await finished(file);
}

function lineOf(serial: number): string {
  const { number, birthDate } = inventedNumber(serial);
  const name = `田${String.fromCodePoint(0x4e00 + (serial % 5000), 0x4e00 + (serial % 4999))}`;
  const village = `52062500100${serial % 10}`;
  return `RY${serial},${number},${name},男,${birthDate},土家,${village},H${Math.floor(serial / 3)},子,${birthDate}\r\n`;
}
