/** Structured log; pino fits. Nothing that the gateway logs holds a token, a variable or a child's id. */
export interface GatewayLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
