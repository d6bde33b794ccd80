import { HubError } from '../errors.js';

/** Digits by which a division code of any level begins every code below it: cut by level, never by trailing zeros. */
export function divisionPrefix(code: string): string {
  if (code === '' || /^(\d{2}|\d{4}|\d{6}|\d{9})$/.test(code)) return code;
  if (!/^\d{12}$/.test(code))
    throw new HubError('BAD_USER_INPUT', 'A division code has 2, 4, 6, 9 or 12 digits.');
  if (code.endsWith('0000000000')) return code.slice(0, 2);
  if (code.endsWith('00000000')) return code.slice(0, 4);
  if (code.endsWith('000000')) return code.slice(0, 6);
  return code.endsWith('000') ? code.slice(0, 9) : code;
}
