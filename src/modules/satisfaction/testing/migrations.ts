// The migrations the survey stands on, so that its tests fail for its own reasons only.
import { type Migration, readMigrations } from '../../../platform/db/migrate.ts'

/** The platform (0001 to 0009), the regions (0010) and the survey (0060). */
export function surveyMigrations(): readonly Migration[] {
  return readMigrations().filter(({ name }) => name < '0010' || name.startsWith('0010-') || name.startsWith('0060-'))
}
