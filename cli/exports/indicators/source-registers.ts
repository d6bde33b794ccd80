import { agencyNames, loadAgency } from '../../../subgraphs/index.js';
import type { AnsweredReport } from './ask-indicators.js';

/** A register behind the figures and its state when it was compared. */
export interface SourceRegister {
  readonly agency: string;
  readonly register: string;
  readonly title: string;
  readonly agencyTitle: string;
  /** Null for one that was not loaded. */
  readonly loaded: { readonly version: number; readonly asOf: string } | null;
}

/** Every register of every agency in the order in which they name them: one that was not loaded is said, not left out. */
export async function sourceRegisters({ sources }: AnsweredReport): Promise<SourceRegister[]> {
  const definitions = await Promise.all(agencyNames.map(loadAgency));
  return definitions.flatMap(({ name: agency, title: agencyTitle, registers }) =>
    registers
      .filter((register) => !('isDerived' in register))
      .map(({ code: register, title }) => ({
        agency,
        register,
        title: title.zh,
        agencyTitle: agencyTitle.zh,
        loaded: sources.find((source) => source.agency === agency && source.register === register) ?? null,
      })),
  );
}

/** Of an instant, in the zone that stands beside it. */
export function momentInShanghai(instant: string): string {
  const text = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(new Date(instant));
  return `${text} (Asia/Shanghai, UTC+08:00)`;
}
