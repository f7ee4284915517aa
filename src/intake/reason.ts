const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist, or is a link to nothing',
  ENOTDIR: 'it is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'Lede may not read it',
  EPERM: 'Lede may not read it',
  ELOOP: 'it is a link that leads to itself',
  ENXIO: 'it is a pipe or a device, not a file',
};

/** Why the system refused, in words of ours and without a path. What was not thrown by the system is thrown again. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return REASONS[error.code] ?? `the system answered ${error.code}`;
  }
  throw error;
}
