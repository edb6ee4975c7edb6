'use client'
// The ways to use the chosen model.
import { workflowWords } from '@/lib/models/vocabulary'
import { useDesk, useWrite } from '../form/draft'
import { Segments } from '../ui/segments'
import { Select } from '../ui/select'
import { turningNow } from './rows'
import type { Turn } from './turn'

export function WorkflowSwitch({ onTurn }: { onTurn: (turn: Turn) => void }) {
  const { row, workflow } = useDesk()
  const { read } = useWrite()
  if (row.workflows.length < 2) return null
  const pick = (id: string) => {
    const next = row.workflows.find((one) => one.id === id)
    const turn = next && next !== workflow && turningNow()?.turnTo(read(), row, next, workflow, row)
    if (turn) onTurn(turn)
  }
  const choices = row.workflows.map(({ id }) => ({ value: id, label: workflowWords[id] }))
  const fits = choices.length <= 4 && choices.reduce((sum, { label }) => sum + label.length, 0) <= 48
  return fits ? (
    <Segments
      label="What it starts from"
      value={workflow.id}
      onChange={pick}
      choices={choices}
      className="max-md:w-full"
    />
  ) : (
    <Select label="What it starts from" value={workflow.id} onChange={pick} options={choices} />
  )
}
