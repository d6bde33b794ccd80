import type { Register } from '../../../subgraphs/_kit/register/register.entity.js';
import { FACT_SOURCES } from '../../../subgraphs/coordination/register/fact-sources.js';
import type { SourceRegister } from '../../../subgraphs/coordination/risk/missing-sources.js';

/** A register loaded yesterday that covers every child of the county; what a row says otherwise holds. */
export function register(agency: string, code: string, row: Partial<Register> = {}): SourceRegister {
  return {
    agency,
    row: {
      code,
      source: 'x',
      version: 3,
      asOf: new Date('2026-11-19T16:00:00Z'),
      loadedAt: new Date('2026-11-19T16:00:00Z'),
      covers: ['REGISTERED', 'RESIDENCE', 'SCHOOL'],
      division: '520625',
      staleAfterDays: 45,
      ...row,
    },
  };
}

/** Every register that a rule can rest on. */
export const ALL_REGISTERS: readonly SourceRegister[] = [
  ...new Set(Object.values(FACT_SOURCES).map(({ agency, register: code }) => `${agency}.${code}`)),
].map((source) => {
  const [agency = '', code = ''] = source.split('.');
  return register(agency, code);
});

export function without(...codes: string[]): SourceRegister[] {
  return ALL_REGISTERS.filter(({ row }) => !codes.includes(row.code));
}

export function replaced(code: string, row: Partial<Register>): SourceRegister[] {
  return ALL_REGISTERS.map((entry) => (entry.row.code === code ? register(entry.agency, code, row) : entry));
}
