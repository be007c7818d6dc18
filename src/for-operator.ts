/**
 * Errors that are the operator's to mend: their message says what to do, and is all that is printed. Known by name, so that a rule asked from
 * a script need not load a database server to be refused.
 */
const names = new Set([
  'ConfigError',
  'BackupError',
  'MigrationError',
  'DataFolderInUseError',
  'NoPostgresError',
  'PostgresStartError',
  'AbsenceContentError',
  'PathwayContentError',
  'HelpPromiseContentError',
  'EscalationContentError',
  'ReachingContentError',
  'ReadinessContentError',
  'MunicipalitiesFileError',
])

export function isForOperator(error: unknown): error is Error {
  return error instanceof Error && names.has(error.name)
}
