ALTER TABLE "tasks" ADD COLUMN "star" boolean;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "remark" text;