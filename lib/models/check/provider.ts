// Who can be asked to run a model, as a schema.
import * as z from 'zod/mini'
import { gatewayWords } from '../provider-id'
import { providerIds } from '../row'

const gateway = z.templateLiteral(['openai-', z.string().check(z.regex(gatewayWords))])

export const providerId = z.union([z.enum(providerIds), gateway], {
  error: `Choose one of ${providerIds.join(', ')}, or a gateway by its name, such as openai-Acme.`,
})
