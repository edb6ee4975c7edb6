CREATE TABLE "elements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"body" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "elements_name" ON "elements" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "elements_latest" ON "elements" USING btree ("updated_at","id");