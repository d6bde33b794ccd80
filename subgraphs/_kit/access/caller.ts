/** What an officer may reach: a division subtree, one school, one class, or an agency's own records. */
export const JURISDICTION_KINDS = ['DIVISION', 'SCHOOL', 'CLASS', 'AGENCY'] as const;
export type JurisdictionKind = (typeof JURISDICTION_KINDS)[number];

/** `code` of a DIVISION is cut by level to 2, 4, 6, 9 or 12 digits, never by trailing zeros. */
export interface Jurisdiction {
  readonly kind: JurisdictionKind;
  readonly code: string;
}

/** The claims of a verified access token (RFC 9068) that the hub reads. */
export interface TokenClaims {
  readonly subject: string;
  /** `jti`, by which a stolen token is revoked. */
  readonly tokenId?: string | undefined;
  readonly agency: string;
  readonly role: string;
  readonly scopes: ReadonlySet<string>;
  readonly jurisdiction: readonly Jurisdiction[];
  /** Seconds since the epoch, from `exp`. */
  readonly expiresAt: number;
  /** EXPLORER tokens run any operation, PORTAL tokens registered ones only. */
  readonly clientClass: 'EXPLORER' | 'PORTAL';
}

/** Who asks, and why: a verified token together with the purpose that this request declares. */
export interface Caller extends TokenClaims {
  readonly purpose: string;
  /** Case-level approval named by the `x-approval` header, if any. */
  readonly approval: string | undefined;
}
