/**
 * Every error code a client can meet, with the HTTP status it travels under.
 *
 * Codes with status 200 stand in `errors[]` beside the data that could be answered; all others end the
 * request before execution. The README's table is held against this one by a test.
 */
export const ERROR_CODES = {
  UNAUTHENTICATED: {
    status: 401,
    en: 'The access token is missing, malformed, expired or not from the trusted issuer.',
    zh: '访问令牌缺失、格式错误、已过期或不是由受信任的签发方签发。',
  },
  RIGHTS_INCOMPATIBLE: {
    status: 403,
    en: 'The token administers two of system, security and audit, which nobody may hold together.',
    zh: '令牌同时具有系统管理、安全管理、审计管理中的两项权限,三者不得兼任。',
  },
  PURPOSE_REQUIRED: {
    status: 400,
    en: 'The x-purpose header is missing or names no registered purpose.',
    zh: '缺少 x-purpose 请求头,或其值不是已登记的使用目的。',
  },
  BAD_USER_INPUT: {
    status: 400,
    en: 'An argument or variable has a value that is not accepted.',
    zh: '参数或变量的取值不被接受。',
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    en: 'The query text is not GraphQL.',
    zh: '查询文本不是有效的 GraphQL。',
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    en: 'The query does not fit the schema.',
    zh: '查询与模式不符。',
  },
  LIMIT_EXCEEDED: {
    status: 400,
    en: 'The query is deeper, longer or costlier than allowed.',
    zh: '查询的深度、长度或开销超出限制。',
  },
  OPERATION_NOT_REGISTERED: {
    status: 403,
    en: 'A portal token runs registered operations only.',
    zh: '门户令牌只能运行已登记的操作。',
  },
  PAYLOAD_TOO_LARGE: { status: 413, en: 'The request body is too large.', zh: '请求体过大。' },
  RATE_LIMITED: {
    status: 429,
    en: 'Too many requests from this caller; try again later.',
    zh: '请求过于频繁,请稍后再试。',
  },
  IDENTITY_UNAVAILABLE: {
    status: 503,
    en: "The identity provider's keys cannot be fetched, so no token can be checked; try again later.",
    zh: '无法获取身份认证平台的公钥,暂不能核验令牌;请稍后再试。',
  },
  METHOD_NOT_ALLOWED: { status: 405, en: 'Only POST is accepted here.', zh: '此处只接受 POST 请求。' },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    en: 'Only application/json is accepted here.',
    zh: '此处只接受 application/json。',
  },
  FORBIDDEN: {
    status: 200,
    en: 'The token lacks the right to this field.',
    zh: '令牌没有读取该字段的权限。',
  },
  NOT_FOUND: {
    status: 200,
    en: 'There is no such record within reach of the caller.',
    zh: '在调用者的管辖范围内没有该记录。',
  },
  AGENCY_UNAVAILABLE: {
    status: 200,
    en: 'The agency did not answer; its records are unknown, not absent.',
    zh: '该部门未应答;其记录为未知,并非不存在。',
  },
  AUDIT_UNAVAILABLE: {
    status: 200,
    en: 'The agency cannot record the access at the moment and therefore answers nothing.',
    zh: '该部门暂时无法登记访问记录,因此不予应答。',
  },
  CONFLICT: {
    status: 200,
    en: 'The idempotency key was used before with another request.',
    zh: '该幂等键已被另一请求使用。',
  },
  INTERNAL_SERVER_ERROR: {
    status: 200,
    en: 'Something failed inside the hub; quote the request id when you report it.',
    zh: '平台内部出错;报告时请附上请求编号。',
  },
} as const satisfies Record<string, { status: number; en: string; zh: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERROR_CODES, value);
}
