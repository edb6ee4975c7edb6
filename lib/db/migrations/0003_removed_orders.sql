ALTER TABLE "task_tombstones" ADD COLUMN "provider" text;--> statement-breakpoint
ALTER TABLE "task_tombstones" ADD COLUMN "model" text;--> statement-breakpoint
ALTER TABLE "task_tombstones" ADD COLUMN "storyboard_id" text;--> statement-breakpoint
ALTER TABLE "task_tombstones" ADD COLUMN "created_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "task_tombstones" ADD COLUMN "estimate" jsonb;--> statement-breakpoint
ALTER TABLE "task_tombstones" ADD COLUMN "cost" jsonb;