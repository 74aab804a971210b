<!DOCTYPE html><title>Not found</title>
