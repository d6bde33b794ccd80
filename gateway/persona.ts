import type { Jurisdiction } from '../subgraphs/_kit/access/caller.js';

/** The claims that a development token carries for a persona; `scope` is space-separated (RFC 9068). */
export interface PersonaClaims {
  readonly sub: string;
  readonly agency: string;
  readonly role: string;
  readonly scope: string;
  readonly jurisdiction: readonly Jurisdiction[];
}

/** A synthetic user of the development hub. The first purpose is the one proposed by the explorer. */
export interface Persona {
  readonly slug: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly claims: PersonaClaims;
  readonly purposes: readonly string[];
}
