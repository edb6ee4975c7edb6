CREATE SEQUENCE "public"."rev" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "assets" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"mime" text NOT NULL,
	"bytes" bigint NOT NULL,
	"name" text NOT NULL,
	"width" integer,
	"height" integer,
	"duration" real,
	"fps" real,
	"codec" text,
	"sha256" text NOT NULL,
	"poster" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assets_sha256_unique" UNIQUE("sha256")
);
--> statement-breakpoint
CREATE TABLE "asset_copies" (
	"provider" text NOT NULL,
	"asset" text NOT NULL,
	"ref" text NOT NULL,
	CONSTRAINT "asset_copies_provider_asset_pk" PRIMARY KEY("provider","asset")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"kind" text NOT NULL,
	"provider" text NOT NULL,
	"model" text NOT NULL,
	"workflow" text NOT NULL,
	"input" jsonb NOT NULL,
	"status" text NOT NULL,
	"progress" real,
	"estimate" jsonb,
	"cost" jsonb,
	"error" jsonb,
	"note" text,
	"outputs" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"storyboard_id" text,
	"shot_ids" jsonb,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp(3) with time zone,
	"ended_at" timestamp(3) with time zone,
	"seq" bigserial NOT NULL,
	CONSTRAINT "tasks_seq_unique" UNIQUE("seq")
);
--> statement-breakpoint
CREATE TABLE "task_tombstones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"rev" bigint NOT NULL,
	"removed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_assets" (
	"task" uuid NOT NULL,
	"asset" text NOT NULL,
	CONSTRAINT "task_assets_task_asset_pk" PRIMARY KEY("task","asset")
);
--> statement-breakpoint
CREATE TABLE "task_work" (
	"task" uuid PRIMARY KEY NOT NULL,
	"ticket" jsonb,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp(3) with time zone,
	"token" text NOT NULL,
	"order_hash" text NOT NULL,
	"results" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"words" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "task_assets" ADD CONSTRAINT "task_assets_task_tasks_id_fk" FOREIGN KEY ("task") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_work" ADD CONSTRAINT "task_work_task_tasks_id_fk" FOREIGN KEY ("task") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assets_newest" ON "assets" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "asset_copies_ref" ON "asset_copies" USING btree ("ref");--> statement-breakpoint
CREATE INDEX "tasks_rev" ON "tasks" USING btree ("rev");--> statement-breakpoint
CREATE INDEX "tasks_status" ON "tasks" USING btree ("status","seq");--> statement-breakpoint
CREATE INDEX "tasks_provider" ON "tasks" USING btree ("provider","status","seq");--> statement-breakpoint
CREATE INDEX "tasks_model" ON "tasks" USING btree ("model","seq");--> statement-breakpoint
CREATE INDEX "tasks_storyboard" ON "tasks" USING btree ("storyboard_id","seq");--> statement-breakpoint
CREATE INDEX "task_tombstones_rev" ON "task_tombstones" USING btree ("rev");--> statement-breakpoint
CREATE INDEX "task_assets_asset" ON "task_assets" USING btree ("asset");--> statement-breakpoint
CREATE INDEX "task_work_due" ON "task_work" USING btree ("due_at");