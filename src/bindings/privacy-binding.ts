// The port of data protection bound to its use cases and to what every part of the house holds.
import { answerRequest, askAboutData, confirmRefusal, withdrawRequest } from '../modules/privacy/commands.ts'
import type { PrivacyPort } from '../modules/privacy/port.ts'
import {
  exportOwn,
  listRequests,
  readBreach,
  readBreaches,
  readOwnRequests,
  readProcessing,
  readRequest,
} from '../modules/privacy/queries.ts'
import {
  addActivity,
  endActivity,
  recordBreach,
  runRetentionNow,
  stepBreach,
} from '../modules/privacy/register-commands.ts'
import { namesOfAccounts } from './office-reports-binding.ts'
import { type DataParts, dataSources } from './privacy-data.ts'

export function bindPrivacy(parts: DataParts): PrivacyPort {
  const { database, ring, clock, visitor } = parts.cases
  const tools = { database, ring, clock }
  const sources = dataSources(parts)
  const names = (accounts: readonly string[]) => namesOfAccounts(database, accounts)
  return {
    visitor: (request) => visitor(request),
    readOwn: (who) => readOwnRequests(tools, who),
    exportOwn: (who) => exportOwn(tools, who, sources),
    ask: (who, kind, words, key) => askAboutData(tools, who, kind, words, key),
    withdraw: (who, id, key) => withdrawRequest(tools, who, id, key),
    listRequests: (who, before) => listRequests(tools, who, before),
    readRequest: (who, id) => readRequest(tools, who, id, names),
    answer: async (who, id, outcome, words, key) => answerRequest(tools, who, id, outcome, words, key),
    confirm: async (who, id, confirmed, key) => confirmRefusal(tools, who, id, confirmed, key),
    listBreaches: (who, before) => readBreaches(tools, who, before),
    readBreach: (who, id) => readBreach(tools, who, id, names),
    recordBreach: (who, entry, key) => recordBreach(tools, who, entry, key),
    stepBreach: (who, id, kind, words, key) => stepBreach(tools, who, id, kind, words, key),
    readProcessing: (who) => readProcessing(tools, who),
    runRetention: (who) => runRetentionNow(tools, who),
    addActivity: (who, entry, key) => addActivity(tools, who, entry, key),
    endActivity: (who, id, key) => endActivity(tools, who, id, key),
  }
}
