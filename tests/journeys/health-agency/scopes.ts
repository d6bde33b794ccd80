/** Rights to health's records. */
export const HEALTH_SCOPES = { readRecord: 'health.record.read' } as const;
