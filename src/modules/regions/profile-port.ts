// What the page of a region's own profile needs.
import type { Result } from '../../kernel/refusal.ts'
import type { Text } from '../../kernel/text.ts'
import type { Visitor } from '../../platform/http/visitor.ts'
import type { HoursForm, ProfileForm } from './profile-rules.ts'

export type DayOffLine = {
  readonly date: string
  readonly shown: string
  readonly name: Text
  readonly kind: 'national' | 'joint-leave' | 'regional'
}
export type ProfileView = {
  readonly form: ProfileForm
  /** Whoever saves over somebody else's change is told; names the profile and the calendar as they were read. */
  readonly version: string
  readonly calendarVersion: string
  readonly hasLogo: boolean
  readonly hours: HoursForm
  readonly zone: string
  readonly calendar: string
  readonly daysOff: readonly DayOffLine[]
  /** Published days off on which this office works. */
  readonly worked: readonly DayOffLine[]
  /** When something sent now and complete would be due, for a service of so many office hours. */
  readonly example: { readonly hours: number; readonly due: string }
  readonly openCases: number
}

export interface ProfilePort {
  visitor(request: Request): Promise<Visitor>
  /** Everything but the logo itself refuses `not-found` to whoever is no service admin of the whole region. */
  read(visitor: Visitor): Promise<Result<ProfileView>>
  save(visitor: Visitor, form: ProfileForm, version: string): Promise<Result<void>>
  saveHours(visitor: Visitor, form: HoursForm, version: string): Promise<Result<void>>
  addDay(visitor: Visitor, date: string, name: string): Promise<Result<void>>
  removeDay(visitor: Visitor, date: string): Promise<Result<void>>
  saveLogo(visitor: Visitor, bytes: Uint8Array): Promise<Result<void>>
  removeLogo(visitor: Visitor): Promise<Result<void>>
  readLogo(visitor: Visitor): Promise<Uint8Array | undefined>
}
