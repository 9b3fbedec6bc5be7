/**
 * What the log says of a fault: what happened, and where. drizzle repeats a query's parameters in its message, which may be a person's:
 * of such a fault the cause is told.
 */
export function faultText(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  const said = fault.cause instanceof Error ? fault.cause : fault;
  const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${said.name}: ${said.message}`, ...frames].join('\n');
}
