/** Every address whose answers pages of other sites may read: what is made for programs, and the same for everybody. */
export const opens: readonly RegExp[] = [
  /^\/api\/v1\//,
  /^\/case-studies(?:\.atom|\.json|\.csv|\/[^/]+\.json)$/,
  /^\/downloads\/[^/]+$/,
];
