// What a region adds to a service carries its own prefix, so that it never meets a key of a later revision.

/** `localHouseNumber`: a question a region added. */
export function isLocalKey(key: string): boolean {
  return /^local[A-Z]/.test(key)
}

/** `local-house-photo`: a paper a region added. */
export function isLocalId(id: string): boolean {
  return id.startsWith('local-')
}
