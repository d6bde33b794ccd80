/**
 * The three administrations that nobody may hold together, by their rights (GB/T 22239-2019 8.1.5: system, security and
 * audit administrators): whoever runs the hub must not open its records to himself, and neither may erase the trace.
 */
const ADMINISTRATIONS = {
  SYSTEM: /^hub\.system\.manage$/,
  SECURITY: /\.approval\.manage$/,
  AUDIT: /\.access-log\.read$/,
} as const;

export type Administration = keyof typeof ADMINISTRATIONS;

/** @returns the administrations that some rights amount to */
export function administrationsOf(scopes: Iterable<string>): Administration[] {
  const held = [...scopes];
  return (Object.keys(ADMINISTRATIONS) as Administration[]).filter((administration) =>
    held.some((scope) => ADMINISTRATIONS[administration].test(scope)),
  );
}
