import type { FactName } from '../../register/fact-tables.js';
import { FACT_SOURCES } from '../../register/fact-sources.js';
import type { ComparisonContext } from './compared-child.js';
import type { DiscrepancyEvidence, EvidenceFact } from './discrepancy.js';

/** What a row of a register says, dated by the row. */
export function says(name: FactName, what: EvidenceFact, asOf: string | null): DiscrepancyEvidence {
  const { agency, register } = FACT_SOURCES[name];
  return { agency, register, what, asOf };
}

/** That a register says nothing, dated by the register. */
export function silent(name: FactName, { asOf }: ComparisonContext): DiscrepancyEvidence {
  const { agency, register } = FACT_SOURCES[name];
  return { agency, register, what: 'NO_RECORD', asOf: asOf(agency, register) };
}
