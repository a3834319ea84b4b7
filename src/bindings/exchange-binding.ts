// Exchanges of growth in the house: pages bound to their use cases.
import type { GrowthContext } from '../modules/growth/context.ts'
import { dropImport, planImport } from '../modules/growth/exchange/commands.ts'
import { confirmImportSoon } from '../modules/growth/exchange/confirm-commands.ts'
import type { ExchangePort } from '../modules/growth/exchange/exchange-port.ts'
import { exportSheets } from '../modules/growth/exchange/export-queries.ts'
import { exchangeOverview, readImport } from '../modules/growth/exchange/import-queries.ts'
import { undoImportSoon } from '../modules/growth/exchange/undo-commands.ts'

export function bindExchange(context: GrowthContext): ExchangePort {
  return {
    visitor: (request) => context.visitor(request),
    today: (visitor) => context.today(visitor.region!.code),
    overview: (visitor, month) => exchangeOverview(context, visitor, month),
    download: (visitor, request) => exportSheets(context, visitor, request),
    plan: (visitor, file) => planImport(context, visitor, file),
    read: (visitor, importId) => readImport(context, visitor, importId),
    confirm: (visitor, importId, given) => confirmImportSoon(context, visitor, importId, given),
    undo: (visitor, importId) => undoImportSoon(context, visitor, importId),
    drop: (visitor, importId) => dropImport(context, visitor, importId),
  }
}
