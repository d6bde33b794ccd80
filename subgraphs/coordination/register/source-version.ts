/** Which version of which register a derived row rests on. */
export interface SourceVersion {
  readonly agency: string;
  readonly register: string;
  readonly version: number;
  /** ISO 8601. */
  readonly asOf: string;
}
