import type { LedgerRequest } from '../../subgraphs/coordination/ledger/ledger.list.js';
import type { LedgerFormat } from './ledger-form.js';

export interface ExportRequest extends LedgerRequest {
  readonly format: LedgerFormat;
  readonly path: string;
  /** Who exports, for the access log. */
  readonly by: string;
  readonly onProgress: (lines: number) => void;
}
