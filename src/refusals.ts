// The one registry of refusals: every module's sentences, collected at the top of the house.
import { refusals as kernel } from './kernel/refusals.ts'
import { refusals as auth } from './platform/auth/refusals.ts'
import { refusals as db } from './platform/db/refusals.ts'
import { createRefusalRegistry, type RefusalList } from './platform/http/refusal-registry.ts'
import { refusals as http } from './platform/http/refusals.ts'
import { refusals as images } from './platform/images/refusals.ts'

const LISTS: readonly RefusalList[] = [kernel, http, auth, images, db]

export const refusalRegistry = createRefusalRegistry(LISTS)
