ALTER TABLE "tasks" ADD COLUMN "after" jsonb;--> statement-breakpoint
CREATE INDEX "tasks_after" ON "tasks" USING btree (("after" ->> 'task')) WHERE "tasks"."after" is not null;