import type { Locale } from '../words.ts'
import { partWords } from './parts.words.ts'
import { Tag, type Tone } from './tag.tsx'
import type { IconName } from '../icons.tsx'

export type TaskState = 'done' | 'ongoing' | 'toDo' | 'cannotYet'

const look: Record<TaskState, { tone: Tone; icon: IconName }> = {
  done: { tone: 'done', icon: 'check' },
  ongoing: { tone: 'time', icon: 'clock' },
  toDo: { tone: 'mist', icon: 'circle' },
  cannotYet: { tone: 'mist', icon: 'pause' },
}

/** Parts of a longer piece of work, each with its state in words. */
export function TaskList(props: {
  locale: Locale
  tasks: { label: string; state: TaskState; href?: string | undefined; hint?: string | undefined }[]
}) {
  const say = partWords(props.locale)
  return (
    <ul class="tasks">
      {props.tasks.map((task) => (
        <li>
          <div>
            {task.href && task.state !== 'cannotYet' ? (
              <a href={task.href}>{task.label}</a>
            ) : (
              <span>{task.label}</span>
            )}
            {task.hint && <p class="sub">{task.hint}</p>}
          </div>
          <Tag {...look[task.state]}>{say[task.state]}</Tag>
        </li>
      ))}
    </ul>
  )
}
