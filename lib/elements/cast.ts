import type { Element } from './element'

/** As an order holds it: its name is the id. */
export function castAs({ id: _, version: __, name, createdAt: ___, updatedAt: ____, ...parts }: Element) {
  return { id: name, ...parts }
}
