import { createColumnCipher, type ColumnCipher } from '../../subgraphs/_kit/identity/column-cipher.js';
import type { AgencyKeys } from './agency-keys.js';

/** Every agency's cipher, made when it is first asked for. */
export function createCiphers({
  column,
  previousColumn,
}: Pick<AgencyKeys, 'column' | 'previousColumn'>): (agency: string) => ColumnCipher | undefined {
  const ciphers = new Map<string, ColumnCipher>();
  return (agency) => {
    if (!column) return undefined;
    const cipher = ciphers.get(agency) ?? createColumnCipher(column, agency, previousColumn);
    ciphers.set(agency, cipher);
    return cipher;
  };
}
