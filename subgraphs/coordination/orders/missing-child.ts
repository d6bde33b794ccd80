import { DISPOSITIONS, type DispositionCode } from '../comparison/dispositions/dispositions.js';

export interface MissingQuestion {
  /** Why the child is out of school, as the casework has it. */
  readonly reason: string;
  /** First day of the episode. */
  readonly from: string;
  /** That hold today, the latest first. */
  readonly decisions: readonly { readonly code: DispositionCode; readonly decidedOn: string }[];
}

/**
 * Since when a child is missing (失踪失联); null when it isn't. That is for the police to say (印府办发〔2020〕19号), before or
 * after the case was opened, and whoever decides after them has found the child. The casework's own word counts where
 * nobody has decided.
 */
export function missingSince({ reason, from, decisions }: MissingQuestion): string | null {
  const said = decisions.find(({ code }) => DISPOSITIONS[code].family !== 'REGISTER_ERROR');
  if (said) return said.code === 'MISSING_REPORTED' ? said.decidedOn : null;
  return reason === 'MISSING' ? from : null;
}
