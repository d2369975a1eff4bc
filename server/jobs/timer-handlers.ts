import type { Deps } from '#server/deps.ts';
import { expireAccess } from '#server/features/access/expire-access.ts';
import { callNextOnCall } from '#server/features/critical-track/call-next-on-call.ts';
import { fireTicketTimers } from '#server/features/life/fire-ticket-timers.ts';
import { findOverdueIdeas } from '#server/features/ideas/find-overdue-ideas.ts';
import { expireGuests } from '#server/features/guests/expire-guests.ts';
import { openPlanTasks } from '#server/features/plan-tasks/open-plan-tasks.ts';
import { planTaskDue } from '#server/features/plan-tasks/plan-task-due.ts';
import { deliverAnnouncements } from '#server/features/announcements/deliver-announcements.ts';
import { shipReleases } from '#server/features/releases/ship-releases.ts';
import { checkRun } from '#server/features/checks/check-run.ts';
import { watchHeartbeat } from '#server/features/checks/heartbeat.ts';
import { sendSurveyWaves } from '#server/features/surveys/send-survey-waves.ts';
import type { TimerHandlers } from '#server/jobs/timer-handler.ts';

/** What this server does when a deadline comes, kind by kind. */
export const timerHandlers = (deps: Deps): TimerHandlers => ({
  'first_response.warn': fireTicketTimers(deps, 'first_response.warn'),
  'first_response.due': fireTicketTimers(deps, 'first_response.due'),
  'diagnosis.due': fireTicketTimers(deps, 'diagnosis.due'),
  'next_response.due': fireTicketTimers(deps, 'next_response.due'),
  'next_update.due': fireTicketTimers(deps, 'next_update.due'),
  'critical_ack.due': fireTicketTimers(deps, 'critical_ack.due'),
  'critical_ack.call': callNextOnCall(deps),
  'appeal.due': fireTicketTimers(deps, 'appeal.due'),
  'silence.remind': fireTicketTimers(deps, 'silence.remind'),
  'silence.close': fireTicketTimers(deps, 'silence.close'),
  'follow_up.send': fireTicketTimers(deps, 'follow_up.send'),
  'follow_up.call': fireTicketTimers(deps, 'follow_up.call'),
  'access_grant.expire': expireAccess,
  'guest.expire': expireGuests,
  'idea.overdue': findOverdueIdeas,
  'plan_tasks.open': openPlanTasks(deps),
  'plan_task.due': planTaskDue,
  'announcement.deliver': deliverAnnouncements(),
  'release.ship': shipReleases(deps),
  'check.run': checkRun(deps),
  'survey_wave.send': sendSurveyWaves(deps),
  'watch.heartbeat': watchHeartbeat(deps),
});
