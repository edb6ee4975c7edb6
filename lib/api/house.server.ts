// What the studio says of itself: how it stands, what can be asked, and the contract.
import { version } from '../../package.json'
import { bareSettings, type Env } from '../env.server'
import { catalogOf } from '../models/catalog'
import type { ProviderId, Row, Workflow } from '../models/row'
import { standing } from '../models/standing'
import { vocabulary, workflowWords } from '../models/vocabulary'
import { studio } from '../runtime.server'
import { openapi } from './openapi'
import { standingOf } from './provider.server'
import type { Health, ModelFacts, SettingsFacts } from './shape'

export async function health(): Promise<Health> {
  const house = await studio()
  const { db, library, providers } = house
  return {
    status: 'ok',
    version,
    database: db.kind,
    storage: library.storage,
    providers: providers.map((provider) => standingOf(house, provider)),
  }
}

const own: Partial<Record<ProviderId, RegExp>> = { local: /^FFMPEG_/, runware: /^RUNWARE_/, kling: /^KLING_/ }

/** The settings that a provider needs or could use, and whether each is set; never their values. */
const variablesOf = (env: Env, id: ProviderId) =>
  env.gateways.find((one) => one.id === id)?.variables ??
  bareSettings.filter((name) => own[id]?.test(name)).map((name) => ({ name, set: env[name] !== undefined }))

export async function settings(): Promise<SettingsFacts> {
  const { env, library, providers: all } = await studio()
  const { providers, status: _, ...house } = await health()
  return {
    ...house,
    dataFolder: env.DATA_DIR,
    usage: await library.usage(),
    providers: providers.map((provider) => ({
      ...provider,
      balance: all.some(({ id, balance }) => id === provider.id && balance !== undefined),
      variables: variablesOf(env, provider.id),
    })),
  }
}

export async function models() {
  const { providers } = await studio()
  return { models: catalogOf(providers.map(({ id }) => id)).map(factsOf) }
}

function factsOf({ dialect: _, workflows, price, ...row }: Row): ModelFacts {
  return {
    ...row,
    workflows: workflows.map(workflowFacts),
    price: typeof price === 'string' ? price : { ...price, rates: price.rates.map((rate) => ({ ...rate })) },
  }
}

function workflowFacts(workflow: Workflow): ModelFacts['workflows'][number] {
  return {
    id: workflow.id,
    label: workflowWords[workflow.id],
    fields: standing(workflow, {}).map(({ field, kind, use, keys }) => ({
      id: field,
      kind,
      label: use.label ?? vocabulary[field].label,
      required: use.required === true,
      keys: [...keys],
      limits: { ...use.limits },
      ...(use.start === undefined ? {} : { start: use.start }),
      ...(use.note === undefined ? {} : { note: use.note }),
    })),
    rules: (workflow.rules ?? []).map((rule) => ({ ...rule })),
    barred: { ...workflow.barred },
    ...(workflow.fps === undefined ? {} : { fps: workflow.fps }),
  }
}

export const describe = async () => openapi(version)
